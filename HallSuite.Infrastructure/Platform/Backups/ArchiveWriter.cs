using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace HallSuite.Infrastructure.Platform.Backups;

/// <summary>Writes an archive part by part and notes each part's length and hash; the manifest comes last.</summary>
internal sealed class ArchiveWriter(Stream target) : IAsyncDisposable
{
    private readonly ZipArchive zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<BackupPart> parts = [];

    public IReadOnlyList<BackupPart> Parts => parts;

    /// <summary>Adds a part whose content <paramref name="write"/> puts into the stream.</summary>
    public async Task AddAsync(string name, Func<Stream, Task> write, string? table = null, IReadOnlyList<string>? columns = null)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
        await using var hashing = new HashingStream(entry);
        await write(hashing);
        parts.Add(new BackupPart(name, hashing.Written, hashing.Sha256(), table, columns));
    }

    public async Task AddFileAsync(string name, string file, CancellationToken cancel) => await AddAsync(name, async stream =>
    {
        await using var source = File.OpenRead(file);
        await source.CopyToAsync(stream, cancel);
    });

    public async Task FinishAsync(BackupManifest manifest, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry(BackupManifest.Entry).OpenAsync(cancel);
        await JsonSerializer.SerializeAsync(entry, manifest, BackupArchive.Json, cancel);
    }

    public async ValueTask DisposeAsync() => await zip.DisposeAsync();

    /// <summary>Passes on what is written to it and counts and hashes it on the way.</summary>
    private sealed class HashingStream(Stream inner) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Written;

        public override long Position { get => Written; set => throw new NotSupportedException(); }

        public string Sha256() => Convert.ToHexStringLower(hash.GetCurrentHash());

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Note(buffer);
            inner.Write(buffer);
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Note(buffer.Span);
            await inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            hash.Dispose();
            base.Dispose(disposing);
        }

        private void Note(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            Written += bytes.Length;
        }
    }
}
