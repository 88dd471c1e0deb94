namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>The faces that official documents are set in (GB/T 9704-2012).</summary>
public enum FontStyle
{
    /// <summary>宋体: running text.</summary>
    Song,

    /// <summary>黑体: headings of the first level; bold.</summary>
    Hei,

    /// <summary>楷体: headings of the second level, quoted names.</summary>
    Kai,

    /// <summary>仿宋体: the body of official documents. Song unless the operator has a licensed file.</summary>
    FangSong,

    /// <summary>小标宋体: the title of official documents. A bold open 宋 unless the operator has a licensed file.</summary>
    XiaoBiaoSong,
}
