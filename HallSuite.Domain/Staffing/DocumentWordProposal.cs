namespace HallSuite.Domain.Staffing;

/// <summary>
/// A code word for the documents of a department that comes with nothing but its name, so that its matters can be taken in at once. It is a proposal: an
/// administrator gives it the word that the authority really uses.
/// </summary>
public static class DocumentWordProposal
{
    private const string Licence = "许";

    // What tells apart two departments whose names shorten to the same.
    private const string Ordinals = "乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

    private static readonly string[] Endings =
        ["管理委员会", "委员会", "监督管理局", "管理局", "办公室", "研究所", "管理中心", "服务中心", "中心", "总站", "局", "厅", "委", "院", "馆", "站", "署", "处", "所"];

    /// <summary>As <c>广东司法许</c> for 广东省司法厅; null where no letter is left, or every way to tell it apart is taken.</summary>
    /// <param name="taken">The words of all other departments.</param>
    public static string? Of(string name, IReadOnlySet<string> taken)
    {
        var letters = new string([.. name.Where(char.IsLetter).Where((c, at) => !(at >= 2 && "省市区县和与".Contains(c, StringComparison.Ordinal)))]);
        var ending = Endings.FirstOrDefault(e => letters.EndsWith(e, StringComparison.Ordinal) && letters.Length > e.Length + 2);
        var stem = ending is null ? letters : letters[..^ending.Length];
        if (stem.Length == 0)
            return null;
        var room = Department.DocumentWordLength - Licence.Length - 1;
        var word = stem[..Math.Min(stem.Length, room)];
        return Ordinals.Select(o => $"{word}{o}{Licence}").Prepend(word + Licence).FirstOrDefault(w => !taken.Contains(w));
    }
}
