Console.WriteLine("PolicyBot benchmarks");
