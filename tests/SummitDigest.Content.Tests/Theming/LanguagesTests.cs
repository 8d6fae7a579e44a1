namespace SummitDigest.Content.Tests.Theming;

/// <summary>The bundled lexicon in French and Chinese, on the field's standard wording.</summary>
public sealed class LanguagesTests
{
    [Theory]
    [InlineData("fr", "Le ministre a demandé que la fracture numérique entre villes et villages soit réduite.", "development")]
    [InlineData("fr", "Les câbles sous-marins et l'accès à Internet à haut débit restent trop chers pour les pays les moins avancés.", "development")]
    [InlineData("fr", "La cybercriminalité ne connaît pas de frontières, et les données personnelles doivent être protégées.", "security")]
    [InlineData("fr", "Chaque État exerce sa souveraineté numérique et refuse la course aux armements dans le cyberespace.", "security")]
    [InlineData("fr", "Les systèmes d'intelligence artificielle doivent être évalués avant leur mise sur le marché et rester sous contrôle humain.", "ai-governance")]
    [InlineData("fr", "La gouvernance de l'intelligence artificielle demande des algorithmes transparents et explicables.", "ai-governance")]
    [InlineData("fr", "La diversité des langues et des cultures doit avoir sa place sur la Toile.", "inclusiveness")]
    [InlineData("fr", "La société civile, les femmes et les personnes handicapées ont demandé à être entendues.", "inclusiveness")]
    [InlineData("fr", "Le sommet s'est ouvert mardi à Paris en présence de délégations venues de soixante pays.", null)]
    [InlineData("zh", "他呼吁弥合数字鸿沟，让更多国家和人民共享互联网发展成果，改善民生。", "development")]
    [InlineData("zh", "要加快农村宽带网络基础设施建设，发展数字经济。", "development")]
    [InlineData("zh", "要尊重网络主权，反对网络空间霸权、阵营对抗和军备竞赛。", "security")]
    [InlineData("zh", "要打击网络犯罪，加强数据安全和个人信息保护。", "security")]
    [InlineData("zh", "中方愿同各方一道落实《全球人工智能治理倡议》，促进人工智能安全发展。", "ai-governance")]
    [InlineData("zh", "算法应当透明可解释，人工智能系统在投入使用前须经过安全评估。", "ai-governance")]
    [InlineData("zh", "要建设更加平等包容的网络空间，弘扬全人类共同价值。", "inclusiveness")]
    [InlineData("zh", "要推出更多优质网络文化产品，推动文明交流互鉴。", "inclusiveness")]
    [InlineData("zh", "大会于星期三在乌镇开幕，来自一百多个国家和地区的嘉宾出席开幕式。", null)]
    public void A_passage_in_standard_wording_finds_its_theme(string language, string text, string? theme)
    {
        using var folder = new ContentFolder(File.ReadAllText(Path.Combine(Repository.Content, "themes.yml")));
        var file = ContentFolder.FrontMatter.Replace("source:", $"language: {language}\nsource:") + text;
        folder.With("speech", file).Read().FindSpeech("speech")!.Passages.Single().Theming.Theme?.Value.Should().Be(theme);
    }
}
