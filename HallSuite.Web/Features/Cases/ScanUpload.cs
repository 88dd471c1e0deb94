using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using Microsoft.AspNetCore.Components.Forms;

namespace HallSuite.Web.Features.Cases;

/// <summary>Takes one file from a browser to the operation that keeps it.</summary>
internal static class ScanUpload
{
    /// <summary>The refusal, or null when it is kept. What is too large is not even asked of the browser.</summary>
    public static async Task<Error?> AddAsync(AttachScan attach, CaseId file, string requirement, IBrowserFile chosen, Actor actor)
    {
        if (chosen.Size > ScanFile.MostBytes)
        {
            return CaseErrors.ScanTooLarge(ScanFile.MostMegabytes);
        }

        try
        {
            await using var source = chosen.OpenReadStream(ScanFile.MostBytes);
            using var content = new MemoryStream((int)chosen.Size);
            await source.CopyToAsync(content);
            return (await attach.ExecuteAsync(new(file, requirement, content.ToArray()), actor, CancellationToken.None)).Error;
        }
        catch (IOException)
        {
            // The file is no longer there, or the browser went away.
            return RequestErrors.FileUnreadable(chosen.Name);
        }
    }
}
