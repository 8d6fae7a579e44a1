using System.Globalization;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Tests;

/// <summary>What the README says of the program is so.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] Readme = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Its_table_has_every_option_with_its_default()
    {
        var site = new SiteOptions();
        var limits = new ContentOptions().Limits;
        var expected = limits.GetType().GetProperties()
            .ToDictionary(property => $"Content:Limits:{property.Name}", property => string.Create(CultureInfo.InvariantCulture, $"{property.GetValue(limits)}"));
        expected["Content:Watch"] = "true";
        expected["Content:KeepIndexMinutes"] = new ContentOptions().KeepIndexMinutes.ToString(CultureInfo.InvariantCulture);
        expected["Site:Title"] = site.Title;
        expected["Site:BaseUrl"] = "none";
        expected["Site:CacheMegabytes"] = site.CacheMegabytes.ToString(CultureInfo.InvariantCulture);
        expected["Site:TrustedProxies"] = "none";
        expected["Site:SlowRequestMilliseconds"] = site.SlowRequestMilliseconds.ToString(CultureInfo.InvariantCulture);

        var rows = Readme.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[1].Trim('`'), cells => cells[2]);
        rows.Should().Contain(expected);
        rows.Keys.Should().BeEquivalentTo([.. expected.Keys, "Content:Folder", "--urls", "Serilog:*"]);
    }

    [Fact]
    public void The_default_content_folder_is_the_repositorys() =>
        new ContentOptions().Folder.Should().Be(Repository.Content);
}
