namespace HallSuite.Infrastructure.Platform.Settings;

/// <summary>A file that the program makes for itself once, such as a key, and that nobody else on the machine may read.</summary>
internal static class SecretFile
{
    /// <summary>Makes the file where there is none. Whoever else makes it at the same instant, all find one and the same, whole.</summary>
    public static void MakeOnce(string file, Func<byte[]> content)
    {
        if (File.Exists(file))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);

        // Whole under another name first: whoever starts at the same instant must not read half of it.
        var own = $"{file}.{Guid.NewGuid():N}";
        var access = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(own, access))
        {
            stream.Write(content());
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(own, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(own);
        }
    }
}
