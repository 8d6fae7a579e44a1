using System.Runtime.CompilerServices;

namespace SummitDigest.Search.Indexing;

/// <summary>
/// Reads where one word stands, as <c>index-format.md</c> describes it: first the stretches of passages under a title or
/// heading with the word, then the passages that hold it, in order. A cursor over bytes; nothing is copied.
/// </summary>
internal ref struct PostingsReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private int _positions;
    private int _spansLeft;
    private int _spanEnd;

    public PostingsReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _spansLeft = Varint();
        Passage = -1;
    }

    /// <summary>The passage of the current posting.</summary>
    public int Passage { get; private set; }

    /// <summary>How often the word stands there.</summary>
    public int Frequency { get; private set; }

    /// <summary>The next stretch [start, end) of passages under a heading (<paramref name="isHeading"/>) or title with the word. All stretches are read before the first posting.</summary>
    public bool NextSpan(out int start, out int end, out bool isHeading)
    {
        start = end = 0;
        isHeading = false;
        if (_spansLeft == 0)
            return false;
        _spansLeft--;
        start = _spanEnd + Varint();
        var count = Varint();
        _spanEnd = start;
        end = start + (count >> 1);
        isHeading = (count & 1) == 1;
        return true;
    }

    /// <summary>The next passage.</summary>
    public bool Next()
    {
        while (NextSpan(out _, out _, out _))
        {
        }
        for (; _positions > 0; _positions--)
            Varint();
        if (_at == _bytes.Length)
            return false;
        Passage += Varint() + 1;
        var header = _bytes[_at++];
        Frequency = header & 15;
        if (Frequency == 15)
            Frequency += Varint();
        _positions = Frequency;
        return true;
    }

    /// <summary>The positions of the word in the current passage, in order. Read at most once per passage.</summary>
    public void Positions(List<int> into)
    {
        var position = -1;
        for (; _positions > 0; _positions--)
            into.Add(position += Varint() + 1);
    }

    private int Varint()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = _bytes[_at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}

/// <summary>Collects the postings of one word; passages must come in order.</summary>
internal sealed class PostingsWriter
{
    private readonly ByteBuffer _passages = new();
    private readonly ByteBuffer _spans = new();
    private int _lastPassage = -1;
    private int _spanCount;
    private int _lastSpan;
    private (int Start, int End, bool IsHeading)? _span;

    /// <summary>In how many passages' text the word stands.</summary>
    public int Passages { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int passage, int lengthClass, ReadOnlySpan<int> positions)
    {
        Passages++;
        _passages.Varint(passage - _lastPassage - 1);
        _lastPassage = passage;
        _passages.Byte((byte)(lengthClass << 4 | Math.Min(positions.Length, 15)));
        if (positions.Length >= 15)
            _passages.Varint(positions.Length - 15);
        var last = -1;
        foreach (var position in positions)
        {
            _passages.Varint(position - last - 1);
            last = position;
        }
    }

    /// <summary>Adds the stretch [start, end); a stretch of the same kind that touches the last one lengthens it.</summary>
    public void AddSpan(int start, int end, bool isHeading)
    {
        if (_span is var (from, to, kind) && kind == isHeading && to == start)
        {
            _span = (from, end, kind);
            return;
        }
        FlushSpan();
        _span = (start, end, isHeading);
    }

    public void CopyTo(ByteBuffer target)
    {
        FlushSpan();
        _span = null;
        target.Varint(_spanCount);
        target.Bytes(_spans.Written);
        target.Bytes(_passages.Written);
    }

    private void FlushSpan()
    {
        if (_span is not var (start, end, isHeading))
            return;
        _spanCount++;
        _spans.Varint(start - _lastSpan);
        _lastSpan = start;
        _spans.Varint((end - start) << 1 | (isHeading ? 1 : 0));
    }
}

/// <summary>Bytes that grow.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[8];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Byte(byte value)
    {
        if (Length == _bytes.Length)
            Array.Resize(ref _bytes, Length * 2);
        _bytes[Length++] = value;
    }

    /// <summary>A number from 0, seven bits a byte, lowest first, the high bit set in all but the last (LEB128).</summary>
    public void Varint(int value)
    {
        for (; value >= 0x80; value >>= 7)
            Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }
}
