namespace HallSuite.Infrastructure.Documents;

/// <summary>What a paper is given when it is issued, beside what it says.</summary>
/// <param name="Number">As printed, <c>青澜卫许受〔2026〕31号</c>; null for papers without a number.</param>
/// <param name="Day">The local day it is dated.</param>
/// <param name="VerifyUrl">The address of the public check, for its QR code; null where there is none.</param>
/// <param name="Sample">Marked as a sample (样张) all over: it has no force.</param>
public sealed record PaperMarks(string? Number, DateOnly Day, string? VerifyUrl, bool Sample);
