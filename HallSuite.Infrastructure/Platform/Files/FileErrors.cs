using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Files;

/// <summary>Why a kept file cannot be given out.</summary>
public static class FileErrors
{
    /// <summary>It is not in the store; tells the first digits of its hash, by which an administrator finds it in a backup.</summary>
    public static Error Missing(string hash) => new("file.missing", ErrorKind.Unavailable, hash.Length > 12 ? hash[..12] : hash);

    /// <summary>What lies there is not what was kept: changed, cut off, or sealed under another master key.</summary>
    public static Error Damaged(string hash) => new("file.damaged", ErrorKind.Unavailable, hash.Length > 12 ? hash[..12] : hash);
}
