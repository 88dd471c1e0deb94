using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>Reads an archive and trusts nothing in it: every entry must be in the manifest, stay inside the folder and have the noted hash.</summary>
internal static class BackupArchive
{
    private const int LargestManifest = 16 * 1024 * 1024;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerOptions.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Unpacks the whole archive into an empty folder and checks it; refuses with <c>backup.damaged</c> before anyone relies on a part of it.</summary>
    public static async Task<Result<BackupManifest>> UnpackAsync(string file, string folder, CancellationToken cancel)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, cancel);
            if (await ManifestAsync(zip, cancel) is not { } manifest)
            {
                return BackupErrors.Damaged(BackupManifest.Entry);
            }

            var entries = zip.Entries.Where(e => e.FullName != BackupManifest.Entry).ToDictionary(e => e.FullName);
            if (entries.Keys.Except(manifest.Parts.Select(p => p.Name)).FirstOrDefault() is { } unknown)
            {
                return BackupErrors.Damaged(unknown);
            }

            foreach (var part in manifest.Parts)
            {
                if (!entries.TryGetValue(part.Name, out var entry) || !await UnpackAsync(entry, part, folder, cancel))
                {
                    return BackupErrors.Damaged(part.Name);
                }
            }

            return manifest;
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or ArgumentException)
        {
            return BackupErrors.Damaged(Path.GetFileName(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return BackupErrors.FileUnusable(file, fault.Message);
        }
    }

    private static async Task<BackupManifest?> ManifestAsync(ZipArchive zip, CancellationToken cancel)
    {
        if (zip.GetEntry(BackupManifest.Entry) is not { Length: <= LargestManifest } entry)
        {
            return null;
        }

        await using var stream = await entry.OpenAsync(cancel);
        return await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Json, cancel) is { Format: BackupManifest.CurrentFormat, Parts: not null } manifest ? manifest : null;
    }

    private static async Task<bool> UnpackAsync(ZipArchiveEntry entry, BackupPart part, string folder, CancellationToken cancel)
    {
        var target = Path.GetFullPath(Path.Combine(folder, part.Name));
        if (!target.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || entry.Length != part.Length)
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using (var source = await entry.OpenAsync(cancel))
        await using (var copy = new FileStream(target, FileMode.CreateNew, FileAccess.Write))
        {
            await source.CopyToAsync(copy, cancel);
            copy.Flush(flushToDisk: true);
        }

        await using var written = File.OpenRead(target);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancel)) == part.Sha256;
    }
}
