using RussiaChinaAnalysis.Corpus.Tests;
using RussiaChinaAnalysis.Corpus.Tests.Support;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (args is [IngestingProcess.Command, var database, var connectionString, var folder])
    return await IngestingProcess.RunAsync(database, connectionString, folder);

if (args is [WorkingProcess.Command, var file, var server, var minutesAhead])
    return await WorkingProcess.RunAsync(file, server, minutesAhead);

// The rest is what xunit would generate: one way in for `dotnet test`, one for running the program itself.
return args.Any(argument => argument is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
