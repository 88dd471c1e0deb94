namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>What a part of a document is, for whoever hears it instead of seeing it (ISO 32000-1, 14.8.4).</summary>
public enum PdfTag
{
    /// <summary>The document itself; every document has it as its root.</summary>
    Document,
    Section,
    H1,
    H2,
    H3,
    H4,
    Paragraph,

    /// <summary>A stretch of text inside a paragraph.</summary>
    Span,
    Quote,
    Caption,
    List,
    ListItem,
    ListLabel,
    ListBody,
    Table,

    /// <summary>The rows that are heads.</summary>
    TableHeadRows,

    /// <summary>The rows that are not.</summary>
    TableBodyRows,
    TableRow,

    /// <summary>A cell that says what its column or row is.</summary>
    TableHead,
    TableCell,

    /// <summary>A picture, seal or code; give it an alternative text.</summary>
    Figure,
}

/// <summary>The names of <see cref="PdfTag"/> inside a document.</summary>
internal static class PdfTagNames
{
    public static string Of(PdfTag tag) => tag switch
    {
        PdfTag.Document => "Document",
        PdfTag.Section => "Sect",
        PdfTag.H1 => "H1",
        PdfTag.H2 => "H2",
        PdfTag.H3 => "H3",
        PdfTag.H4 => "H4",
        PdfTag.Paragraph => "P",
        PdfTag.Span => "Span",
        PdfTag.Quote => "Quote",
        PdfTag.Caption => "Caption",
        PdfTag.List => "L",
        PdfTag.ListItem => "LI",
        PdfTag.ListLabel => "Lbl",
        PdfTag.ListBody => "LBody",
        PdfTag.Table => "Table",
        PdfTag.TableHeadRows => "THead",
        PdfTag.TableBodyRows => "TBody",
        PdfTag.TableRow => "TR",
        PdfTag.TableHead => "TH",
        PdfTag.TableCell => "TD",
        PdfTag.Figure => "Figure",
    };
}
