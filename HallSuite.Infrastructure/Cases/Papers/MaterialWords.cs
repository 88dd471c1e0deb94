using HallSuite.Domain.Matters;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>What the forms of materials are called on paper.</summary>
internal static class MaterialWords
{
    public static string Of(MaterialForm form) => form switch
    {
        MaterialForm.Original => "原件",
        MaterialForm.Copy => "复印件",
        MaterialForm.OriginalAndCopy => "原件及复印件",
        MaterialForm.Electronic => "电子件",
    };
}
