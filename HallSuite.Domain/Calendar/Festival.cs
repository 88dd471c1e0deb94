using System.Collections.Frozen;

namespace HallSuite.Domain.Calendar;

/// <summary>The holidays of all citizens (全国年节及纪念日放假办法, Art. 2).</summary>
public enum Festival
{
    NewYear,
    SpringFestival,
    QingMing,
    LabourDay,
    DragonBoat,
    MidAutumn,
    NationalDay,
}

/// <summary>The festivals as the notices of the State Council name them.</summary>
public static class FestivalNames
{
    private static readonly FrozenDictionary<string, Festival> ByName = Enum.GetValues<Festival>().ToFrozenDictionary(Of);

    /// <summary>The name in notices; one word, so that names can be strung together: <c>国庆节、中秋节</c>.</summary>
    public static string Of(Festival festival) => festival switch
    {
        Festival.NewYear => "元旦",
        Festival.SpringFestival => "春节",
        Festival.QingMing => "清明节",
        Festival.LabourDay => "劳动节",
        Festival.DragonBoat => "端午节",
        Festival.MidAutumn => "中秋节",
        Festival.NationalDay => "国庆节",
    };

    /// <summary>
    /// The festivals in a published name, in its order, for telling it in another language; null when the name holds anything else, such as a
    /// day given once, and is best shown as it was published.
    /// </summary>
    public static IReadOnlyList<Festival>? Read(string published)
    {
        var parts = published.Split('、');
        return parts.All(ByName.ContainsKey) ? [.. parts.Select(p => ByName[p])] : null;
    }
}
