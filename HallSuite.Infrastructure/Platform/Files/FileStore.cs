using System.Security.Cryptography;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Files;

/// <summary>
/// Keeps files by the SHA-256 of what is in them, sealed like personal data. A file is written beside, put on the disk and renamed, so it is there whole or
/// not at all; it never changes, and what was changed by others is not given out. Nothing is ever removed.
/// </summary>
public sealed class FileStore
{
    /// <summary>What a crash leaves unfinished; no backup takes it.</summary>
    internal const string Unfinished = "unfinished";

    private readonly IDataProtector protector;

    internal FileStore(IDataProtectionProvider protection, FilesOptions options, DataOptions data)
    {
        protector = protection.CreateProtector("HallSuite.Files");
        Folder = options.Folder.Length > 0 ? Path.GetFullPath(options.Folder) : data.PathOf("files");
    }

    /// <summary>Where they lie.</summary>
    internal string Folder { get; }

    /// <summary>Keeps a file; it is on the disk when this answers. The same content twice is one file.</summary>
    /// <returns>The hash to ask for it: 64 hexadecimal digits.</returns>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var hash = HashOf(content.Span);
        var (place, own) = (PlaceOf(hash), Path.Combine(Folder, Unfinished, $"{Guid.NewGuid():N}"));
        Directory.CreateDirectory(Path.GetDirectoryName(own)!);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        await using (var stream = new FileStream(own, OwnerOnly()))
        {
            await stream.WriteAsync(protector.Protect(content.ToArray()), cancel);
            stream.Flush(flushToDisk: true);
        }

        File.Move(own, place, overwrite: true);
        return hash;
    }

    /// <summary>What was kept, byte for byte; or <c>file.missing</c>, <c>file.damaged</c>.</summary>
    public async Task<Result<byte[]>> ReadAsync(string hash, CancellationToken cancel)
    {
        try
        {
            var content = protector.Unprotect(await File.ReadAllBytesAsync(PlaceOf(hash), cancel));
            return HashOf(content) == hash ? content : FileErrors.Damaged(hash);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileErrors.Missing(hash);
        }
        catch (CryptographicException)
        {
            return FileErrors.Damaged(hash);
        }
    }

    private static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    // A folder for each first byte: none grows past what people and tools can list.
    private string PlaceOf(string hash) => Path.Combine(Folder, hash[..2], hash);
}

internal static class FilesSetup
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<FilesOptions>, FilesOptionsRules>();
        services.AddSection<FilesOptions>("Files");
        services.AddSingleton(s => new FileStore(
            s.GetRequiredService<IDataProtectionProvider>(), s.GetRequiredService<IOptions<FilesOptions>>().Value, s.GetRequiredService<IOptions<DataOptions>>().Value));
    }
}
