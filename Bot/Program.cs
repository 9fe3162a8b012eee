using PolicyBot.Answers;
using PolicyBot.Policies;

var (library, mistakes) = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library"));
foreach (var c in library.Policies.SelectMany(p => p.Clauses)) Console.WriteLine($"{c.Id} {c.Kind} [{c.LeadIn}] {c.Text}");
foreach (var m in mistakes) Console.WriteLine(m);
return 0;
