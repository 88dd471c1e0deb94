namespace HallSuite.Domain.Kernel;

/// <summary>An aggregate whose version rises with each change, so that two people cannot overwrite each other unseen.</summary>
public interface IVersioned
{
    long Version { get; }
}
