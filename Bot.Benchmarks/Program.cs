using PolicyBot.Benchmarks.Clinc;

switch (args)
{
    case ["clinc", var file]:
        ClincBenchmark.Run(file);
        return 0;
    default:
        Console.Error.WriteLine("clinc FILE");
        return 2;
}
