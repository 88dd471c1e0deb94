namespace HallSuite.Infrastructure.Documents.Papers;

/// <summary>
/// What an official paper says, part by part and without any look: the same paper becomes a PDF by <see cref="OfficialLayout"/> and part of a page.
/// Papers are Chinese whatever language the reader's pages have.
/// </summary>
/// <param name="Organ">In whose name it is made.</param>
/// <param name="Title">What kind of paper it is.</param>
public sealed record OfficialPaper(string Organ, string Title)
{
    /// <summary>A letter has the organ's red head (GB/T 9704-2012, 7.2); a slip or form has the organ's name in black above its title.</summary>
    public bool IsLetter { get; init; } = true;

    /// <summary>To whom it is addressed; null for papers to nobody in particular.</summary>
    public string? Addressee { get; init; }

    public IReadOnlyList<PaperPart> Parts { get; init; } = [];

    /// <summary>Whether organ, date and seal stand under it. Slips that only inform are not sealed.</summary>
    public bool IsSealed { get; init; } = true;

    /// <summary>A second code beside that of the public check; null for none.</summary>
    public PaperCode? Code { get; init; }

    /// <summary>What stands in brackets under the date (附注): where to ask. Empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who gets a copy (抄送); empty for nobody.</summary>
    public string CopyTo { get; init; } = "";
}

/// <summary>A QR code that leads the holder of the paper somewhere.</summary>
/// <param name="Says">What it is for, beneath it.</param>
public sealed record PaperCode(string Address, string Says);

/// <summary>One part of a paper, in reading order.</summary>
public abstract record PaperPart;

/// <summary>Running text; a new-line begins a paragraph.</summary>
public sealed record PaperText(string Text) : PaperPart;

/// <summary>A heading such as 一、申请材料.</summary>
public sealed record PaperHeading(string Text) : PaperPart;

/// <summary>A form: names and values, two pairs a row unless a value is wide.</summary>
public sealed record PaperFacts(IReadOnlyList<PaperFact> Facts) : PaperPart;

/// <summary>One name and value of a form.</summary>
/// <param name="Value">Empty to be filled in by hand.</param>
/// <param name="Wide">Takes the whole row.</param>
/// <param name="Lines">Room for so many lines of handwriting.</param>
public sealed record PaperFact(string Name, string Value, bool Wide = false, int Lines = 1);

/// <summary>A table with a head and numbered rows.</summary>
public sealed record PaperGrid(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperPart;

/// <summary>A column of a table.</summary>
/// <param name="Share">Of the width, against the other columns.</param>
/// <param name="Centred">Short words and numbers stand in the middle.</param>
public sealed record PaperColumn(string Name, double Share, bool Centred = false);
