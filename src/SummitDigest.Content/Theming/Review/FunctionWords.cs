using System.Collections.Frozen;
using System.Text;

namespace SummitDigest.Content.Theming.Review;

/// <summary>Words that hold sentences together and say nothing of their subject, folded as <see cref="Words"/> folds them.</summary>
internal static class FunctionWords
{
    // Written for this list: articles, pronouns, prepositions, conjunctions, auxiliaries, numbers, days and months, and the verbs of reporting.
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, string>
    {
        ["en"] = """
            a about above according across add added after again against ago all almost along already also although always
            am among an and another any are around as ask asked at away back be became because become been before began
            begin behind being below between both but by call called came can cannot come could day days did do does done
            down during each either else end even ever every far few first five followed following for former found four
            from full further gave get give given go going good great had half has have having he her here hers herself
            high him himself his how however i if in including indeed instead into is it its itself just keep kept know
            known large last later least less let like likewise little long look made make makes making man many may me
            meanwhile men might mine more moreover most much must my myself near need neither never new next no nor not
            nothing now of off often old on once one ones only onto or other others our ours out over own part per perhaps
            place put quite rather said same saw say saying says second see seem seen seven shall she should show shown
            side since six small so some something soon still such take taken tell ten than that the their them themselves
            then there thereby therefore these they thing things third this those though three through throughout thus time
            times to today together told too took toward towards two under until up upon us use used very want was way we
            well went were what whatever when where whether which while who whole whom whose why will with within without
            would year years yes yet you young your yours mr mrs ms dr ve re ll don didn doesn isn wasn couldn wouldn won
            monday tuesday wednesday thursday friday saturday sunday january february march april june july august
            september october november december total amount million millions billion billions percent
            """,
        ["fr"] = """
            a afin ai ailleurs ainsi ajoute ajouter alors apres assez au aucun aucune aujourd aupres auquel aura aurait aussi
            autant autour autre autres aux avait avaient avant avec avez avoir avons ayant beaucoup bien bon bonne c ca car ce
            ceci cela celle celles celui cent cependant certain certaine certaines certains ces cet cette ceux chacun chacune
            chaque chez ci cinq comme comment contre d dans davantage de debut deja depuis dernier derniere derriere des
            desormais deux deuxieme devant devrait dire dit dix doit doivent donc donner dont du durant elle elles en encore
            enfin ensemble ensuite entre envers environ es est et etaient etait etant etat ete etes etre eu eux faire fait
            faut fois font fut grand grande grandes grands h hier hors huit il ils indique j jamais jour jours jusqu jusque l
            la laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais malgre me meme memes
            mes mieux mis moi moins mon n ne neuf ni non nos notamment notre nous nouveau nouveaux nouvel nouvelle nouvelles
            on ont onze or ou outre par parce parmi part pas pendant peu peut peuvent plus plusieurs plutot point pour
            pourquoi pourrait pouvait pouvoir pres presque premier premiere prendre pris puis puisque qu quand quant quatre
            que quel quelle quelles quelqu quelque quelques quels qui quinze quoi rien s sa sans sauf se second selon sept
            sera serait seront ses seul seule si six soi soient soit son sont sous souvent suis suite sur surtout t ta tandis
            tant te tel telle telles tels tenir temps tes toi ton toujours tous tout toute toutes toutefois tres trois trop
            tu un une va vers veut vingt voici voila voir vont vos votre vous vu y an ans annee annees mois semaine million
            millions milliard milliards lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai
            juin juillet aout septembre octobre novembre decembre
            """,
        // Each character of Chinese is a word: what is listed are characters that stand beside content, not in it.
        ["zh"] = "的 了 和 与 及 或 在 是 有 也 都 就 还 又 再 很 更 最 不 没 被 把 将 从 向 对 于 以 为 由 到 让 使 等 之 其 这 那 此 各 每 他 她 它 们 我 你 您 一 二 三 两 个 次 年 月 日 时 说 称 要 会 能 可 应 该 并 而 但 则 因 所 者 中 上 下 来 去 着 过 地 得 如 若 只 已 曾 正 多 些 某 任 何 什 么 吗 呢 吧 啊 自 第",
    }.ToFrozenDictionary(list => list.Key, list => list.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether a word of a language says nothing of a text's subject: a function word, a number, a single letter.</summary>
    public static bool Contains(string language, string folded) =>
        folded.Any(char.IsDigit)
        || folded.Length == 1 && !Words.IsIdeograph(Rune.GetRuneAt(folded, 0))
        || ByLanguage.TryGetValue(language, out var words) && words.Contains(folded);
}
