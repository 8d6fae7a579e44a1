namespace SummitDigest.Benchmarks;

/// <summary>
/// Numbers by lot that are the same on every machine: SplitMix64 (G. L. Steele and others, "Fast splittable pseudorandom
/// number generators", OOPSLA 2014).
/// </summary>
/// <param name="purpose">What they are for: what one purpose draws does not change what another one gets.</param>
internal sealed class Dice(int seed, string purpose)
{
    private ulong _state = purpose.Aggregate((ulong)(uint)seed, (state, c) => Mix(state + c));

    /// <summary>A number from 0 to below <paramref name="end"/>.</summary>
    public int Next(int end) => (int)(NextUnit() * end);

    /// <summary>A number from <paramref name="start"/> to below <paramref name="end"/>.</summary>
    public int Next(int start, int end) => start + Next(end - start);

    /// <summary>A number from 0 to below 1.</summary>
    public double NextUnit() => (Mix(_state += 0x9E3779B97F4A7C15) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether something happens that does so in this share of cases.</summary>
    public bool Chance(double share) => NextUnit() < share;

    /// <summary>One of these.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
