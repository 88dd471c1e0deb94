namespace HallSuite.Infrastructure.Platform.Pdf;

/// <summary>What a document says about itself to whoever files or searches it.</summary>
/// <param name="Title">Shown as the name of the window.</param>
/// <param name="Author">The organ that issues it.</param>
/// <param name="Subject">One line on what it is about; may be empty.</param>
/// <param name="At">When it was made; documents never look at a clock themselves.</param>
/// <param name="Language">As in <c>zh-CN</c>.</param>
public sealed record PdfInfo(string Title, string Author, string Subject, DateTimeOffset At, string Language = "zh-CN");
