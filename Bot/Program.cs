using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using PolicyBot.Answers;
using PolicyBot.BotFramework;
using PolicyBot.Commands;
using PolicyBot.Policies;
using PolicyBot.Teams;

var command = Command.Parse(args);
if (command is Command.Explain explain)
    return explain.Print();

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var isDevelopment = builder.Environment.IsDevelopment();
var (inFiles, inSettings) = (new List<string>(), new List<string>());

var library = builder.Services.AddPolicies(builder.Configuration, inFiles);
builder.Services.AddAnswers(library, inFiles);
builder.Services.AddBotFramework(builder.Configuration, isDevelopment, inSettings);
builder.Services.AddTeams(builder.Configuration, isDevelopment, inSettings);
builder.Services.AddCommands();
builder.WebHost.ListenLocally(builder.Configuration);

await using var app = builder.Build();
app.MapPolicies();
app.MapBotFramework();

return await command.RunAsync(app, inFiles, inSettings);
