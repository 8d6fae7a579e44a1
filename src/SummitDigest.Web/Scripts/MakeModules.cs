using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// A step of the build: makes the modules that browsers get of the scripts that we write. A folder of scripts becomes one
/// module of its name, so <c>hits/view.js</c> and <c>hits/excerpt.js</c> are served as <c>hits.js</c>: every file more costs
/// a phone some 20 ms, and a round trip where six are under way. Within a folder, names at the top must differ, and imports
/// rename nothing; what runs at once may use the functions of other files, not their constants. The build compiles this file by itself, as an older C#.
/// </summary>
public class MakeModules : Task
{
    private static readonly Regex Imports = new Regex(@"(?<before>^import .* from '|import\(')(?<path>[^']*)(?<after>';\r?$|'\))", RegexOptions.Multiline);

    private static readonly Regex Names = new Regex(@"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", RegexOptions.Multiline);

    /// <summary>The scripts, with the folder of each as its RecursiveDir.</summary>
    [Required]
    public ITaskItem[] Scripts { get; set; }

    /// <summary>Where the modules are written.</summary>
    [Required]
    public string Folder { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var names = Scripts.ToDictionary(script => script.GetMetadata("FullPath"), script => (script.GetMetadata("RecursiveDir") + script.GetMetadata("Filename")).Split('/', '\\')[0]);
        Directory.CreateDirectory(Folder);
        foreach (var module in names.OrderBy(script => script.Key, System.StringComparer.Ordinal).GroupBy(script => script.Value, script => script.Key))
        {
            var code = module.Select(script => Imports.Replace(File.ReadAllText(script), import =>
            {
                var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(script), import.Groups["path"].Value));
                if (!names.TryGetValue(path, out var name))
                    Log.LogError(null, null, null, script, 0, 0, 0, 0, $"There is no {path} to import.");
                return name == module.Key ? "" : $"{import.Groups["before"].Value}./{name}.js{import.Groups["after"].Value}";
            }));
            // The minifier lets names pass that are declared twice; no browser does.
            var text = string.Join("\n", code);
            foreach (var twice in Names.Matches(text).Cast<Match>().GroupBy(name => name.Groups[1].Value).Where(name => name.Key != "" && name.Count() > 1))
                Log.LogError(null, null, null, $"{module.Key}.js", 0, 0, 0, 0, $"There are two {twice.Key} at the top.");
            var result = NUglify.Uglify.Js(text);
            foreach (var error in result.Errors)
                Log.LogError(null, null, null, $"{module.Key}.js", error.StartLine, error.StartColumn, 0, 0, error.Message);
            File.WriteAllText(Path.Combine(Folder, $"{module.Key}.js"), result.Code);
        }
        return !Log.HasLoggedErrors;
    }
}
