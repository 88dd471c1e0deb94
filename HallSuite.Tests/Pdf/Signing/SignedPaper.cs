using System.Security.Cryptography.Pkcs;

namespace HallSuite.Tests.Pdf.Signing;

/// <summary>What a signature in a document holds.</summary>
internal static class SignedPaper
{
    /// <summary>The last signature's value.</summary>
    public static SignedCms CmsIn(byte[] pdf)
    {
        var text = Paper.Clear(pdf);
        var start = text.LastIndexOf("/Contents<", StringComparison.Ordinal) + 10;
        var cms = new SignedCms();
        cms.Decode(Convert.FromHexString(text.AsSpan(start, text.IndexOf('>', start) - start)));
        return cms;
    }
}
