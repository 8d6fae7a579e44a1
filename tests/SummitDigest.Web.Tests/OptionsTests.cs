using Microsoft.Extensions.Options;
using SummitDigest.Content.Reading;
using SummitDigest.Web.Serving;

namespace SummitDigest.Web.Tests;

/// <summary>Options are refused at start with a sentence that says what to type.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("--Content:Folder=/no/such/folder", "--Content:Folder=./content")]
    [InlineData("--Content:Limits:FileBytes=0", "--Content:Limits:FileBytes=1000000")]
    [InlineData("--Content:KeepIndexMinutes=0", "--Content:KeepIndexMinutes=60")]
    [InlineData("--Content:Fodler=content", "There is no option Content:Fodler. Under Content there are: Folder, Watch,")]
    [InlineData("--Content:Limits:FileByte=1", "There is no option Content:Limits:FileByte. Under Content:Limits there are: FileBytes,")]
    [InlineData("--Site:Ttile=Digest", "There is no option Site:Ttile. Under Site there are: Title,")]
    [InlineData("--Site:Title= ", "--Site:Title=\"Summit Digest\"")]
    [InlineData("--Site:BaseUrl=digest.example.org", "--Site:BaseUrl=https://digest.example.org")]
    [InlineData("--Site:BaseUrl=https://example.org/digest", "--Site:BaseUrl=https://digest.example.org")]
    [InlineData("--Site:BaseUrl=ftp://example.org", "--Site:BaseUrl=https://digest.example.org")]
    [InlineData("--Site:TrustedProxies:0=localhost", "has \"localhost\". Give")]
    [InlineData("--Site:TrustedProxies:0=10", "has \"10\". Give")]
    [InlineData("--Site:TrustedProxies:0=", "--Site:TrustedProxies:0=10.0.0.0/8")]
    [InlineData("--Site:TrustedProxies:1=10.0.0.0/33", "--Site:TrustedProxies:0=10.0.0.0/8")]
    [InlineData("--Site:TrustedProxies=10.0.0.0/8", "--Site:TrustedProxies:0=10.0.0.0/8")]
    [InlineData("--Site:SlowRequestMilliseconds=0", "--Site:SlowRequestMilliseconds=1000")]
    public void A_wrong_option_stops_the_start(string option, string advice)
    {
        var build = () => Site.Build([option]);
        build.Should().Throw<OptionsValidationException>().Which.Message.Should().Contain(advice);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void No_limit_may_be_nothing(string limit) => A_wrong_option_stops_the_start($"--Content:Limits:{limit}=0", "--Content:Limits:FileBytes=1000000");

    public static TheoryData<string> Limits => [.. typeof(ContentLimits).GetProperties().Select(limit => limit.Name)];
}
