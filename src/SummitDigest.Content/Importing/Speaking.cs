using System.Collections.Frozen;

namespace SummitDigest.Content.Importing;

/// <summary>The words by which English and French reports show who speaks.</summary>
internal static class Speaking
{
    /// <summary>Verbs of speaking: English past and present; French participles and presents.</summary>
    public static FrozenSet<string> Verbs { get; } = Set("""
        said says say told tells called calls urged urges addressed addresses opened opens stressed stresses warned warns pledged pledges announced announces noted notes added adds
        delivered delivers emphasized emphasised emphasizes emphasises argued argues declared declares explained explains recalled recalls remarked remarks asked asks appealed appeals proposed proposes promised
        promises reiterated reiterates affirmed affirms underlined underlines underscored underscores highlighted highlights hailed hails welcomed welcomes praised condemned insisted insists described describes
        outlined outlines unveiled inaugurated inaugurates launched launches spoke speaks gave gives held devoted cautioned cautions observed observes pressed pleaded defended expressed expresses stated states
        vowed vows challenged challenges encouraged encourages invited voiced advocated advocates exhorted admitted concluded concludes acknowledged pointed demanded demands
        """, """
        déclaré dit affirmé appelé ouvert souligné estimé indiqué rappelé plaidé annoncé insisté demandé exhorté lancé prononcé averti expliqué assuré prévenu invité proposé regretté salué promis réclamé dénoncé jugé
        évoqué consacré inauguré répondu conclu ajouté noté martelé fustigé défendu prôné préconisé soutenu reconnu constaté observé précisé confié encouragé réaffirmé présenté alerté exprimé
        déclare affirme appelle ouvre souligne estime indique rappelle plaide annonce insiste demande exhorte lance prononce avertit explique assure prévient invite propose regrette salue promet réclame dénonce juge ajoute note conclut poursuit
        """);

    /// <summary>Verbs that a credit or a label has no use for.</summary>
    public static FrozenSet<string> Auxiliaries { get; } = Set("must should shall will would can cannot could is are has have had", "doit doivent est sont sera seront peut peuvent faut a ont");

    /// <summary>What may stand between a name and its verb.</summary>
    public static FrozenSet<string> Between { get; } = Set("""
        on in at also then later again further has had have today yesterday earlier who himself herself first meanwhile repeatedly strongly
        monday tuesday wednesday thursday friday saturday sunday
        """, "a ont avait avaient est s'est également aussi ensuite notamment lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre y vivement lui-même elle-même qui");

    /// <summary>Months in English, which may stand there, too, with a capital letter.</summary>
    public static FrozenSet<string> Months { get; } = Set("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec");

    /// <summary>Words of office that stand in front of a name or, behind a comma, after it.</summary>
    public static FrozenSet<string> Offices { get; } = Set("""
        president president-elect premier prime minister chancellor secretary-general secretary general under-secretary-general king queen emperor prince princess pope sheikh emir sultan ambassador commissioner
        director director-general chair chairman chairwoman chairperson chief judge justice senator governor mayor vice deputy envoy ceo executive head founder professor foreign rapporteur coordinator administrator
        representative spokesman spokeswoman spokesperson delegate co-chair officer negotiator speaker rector dean archbishop cardinal bishop captain colonel major admiral marshal leader managing
        vice-president adviser advisor economist expert member lawmaker activist scientist researcher commissioner-general
        """, """
        président présidente premier première ministre chancelier chancelière secrétaire général générale roi reine pape ambassadeur ambassadrice commissaire directeur directrice chef maire gouverneur juge sénateur
        sénatrice député députée professeur professeure délégué déléguée envoyé coordinateur coordinatrice représentant représentante porte-parole fondateur fondatrice haut-commissaire rapporteur vice-président vice-présidente
        """);

    /// <summary>Forms of address.</summary>
    public static FrozenSet<string> Honorifics { get; } = Set("mr mrs ms miss dr prof sir dame lord lady excellency excellencies hon honourable honorable h.e his her", "m mme mlle me mgr monsieur madame");

    /// <summary>Words in names of institutions, which are no people.</summary>
    public static FrozenSet<string> Institutions { get; } = Set("""
        world united nations union bank council commission organisation organization institute university ministry forum summit international group agency association committee conference party government house court
        centre center network watch foundation fund alliance society federation assembly parliament congress senate department office authority company corporation programme program initiative compact pact declaration
        convention treaty agreement process charter agenda plan strategy street avenue hall square palace hotel airport times post daily news press radio television tv herald tribune guardian journal review
        republic kingdom states islands island africa asia europe america pacific atlantic middle east west north south eastern western northern southern central city county province region district valley
        human rights digital global internet information technology artificial intelligence development security nobel prize fair week day days street climate health trade water river energy framework contract web
        faso zealand arabia lanka rica leone salvador kong york delhi lumpur aires janeiro guinea korea emirates vietnam tome principe verde marino timor-leste herzegovina nevis tobago
        """, """
        monde nations unies union banque conseil commission organisation institut université ministère forum sommet groupe agence association comité conférence parti gouvernement assemblée parlement sénat fondation fonds
        alliance société fédération république royaume états îles afrique asie europe amérique sud nord est ouest pacte déclaration plan accord traité convention charte
        """);

    /// <summary>Words in capitals because they begin a sentence, and names of months and days.</summary>
    public static FrozenSet<string> Openers { get; } = Set("""
        the a an this that these those on in at by for from as it he she we i they his her its our their today yesterday since when while after before but and or if so yet then there here what who how why no not
        addressing speaking meanwhile however also earlier later during under with without among between asked to of over last next first second third one two three four five some many most all both each every another
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december annex article chapter part section
        """, """
        le la les un une des du au aux dans sur sous pour par avec sans depuis après avant ce cette ces il elle ils elles nous je on mais et ou si alors quand selon lors ainsi enfin puis aussi pendant entre chez
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre hier aujourd'hui
        """);

    private static FrozenSet<string> Set(params string[] words) =>
        words.SelectMany(list => list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
