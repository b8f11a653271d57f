using System.CommandLine;
using RussiaChinaAnalysis.Fuzz;
using RussiaChinaAnalysis.Fuzz.Samples;

var format = new Option<string>("--format") { Description = "The format whose samples are mutated.", Required = true };
format.AcceptOnlyFromAmong([.. SampleFiles.Formats]);
var inputs = new Option<int>("--inputs") { Description = "How many inputs to read.", DefaultValueFactory = _ => 10_000 };
var first = new Option<int>("--first") { Description = "The number of the first input; the number is the seed of its mutations.", DefaultValueFactory = _ => 0 };
var keep = new Option<DirectoryInfo>("--keep") { Description = "Where inputs that broke a reader are kept.", DefaultValueFactory = _ => new DirectoryInfo("fuzz-findings") };
var worker = new Option<bool>("--worker") { Description = "Read in this process and report each input.", Hidden = true };

var command = new RootCommand("Reads mutated samples and counts crashes, hangs and excesses of memory.") { format, inputs, first, keep, worker };
command.SetAction(result =>
{
    var range = new InputRange(result.GetRequiredValue(format), result.GetValue(first), result.GetValue(inputs));
    return result.GetValue(worker) ? Worker.Run(range) : Supervisor.Run(range, result.GetRequiredValue(keep));
});
return command.Parse(args).Invoke();
