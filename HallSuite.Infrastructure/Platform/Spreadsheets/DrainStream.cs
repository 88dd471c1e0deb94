using System.Buffers;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>
/// Takes synchronous writes into memory until they are passed on asynchronously. The framework's archive ends its entries with synchronous writes
/// even when it is disposed asynchronously, and the response of a web server takes none.
/// </summary>
internal sealed class DrainStream(Stream target) : Stream
{
    private readonly ArrayBufferWriter<byte> waiting = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Passes on what was written since the last time.</summary>
    public async ValueTask DrainAsync(CancellationToken cancel)
    {
        await target.WriteAsync(waiting.WrittenMemory, cancel);
        waiting.ResetWrittenCount();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing goes on before it is drained.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
