using Microsoft.Kiota.Abstractions;

namespace PolicyBot.Graph;

/// <summary>Graph refused one call of several, which needs a permission of its own.</summary>
internal sealed class CallRefusedException(GraphCall call, ApiException fault) : Exception(fault.Message, fault)
{
    public GraphCall Call => call;

    public ApiException Fault => fault;

    /// <summary>Whatever is refused in there is a refusal of this call.</summary>
    public static async Task<T> NamingAsync<T>(GraphCall call, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (ApiException fault)
        {
            throw new CallRefusedException(call, fault);
        }
    }
}
