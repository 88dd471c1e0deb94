using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;

namespace HallSuite.Tests.TestKit;

/// <summary>Devices of a sample hall, one of each kind, with keys that tests know.</summary>
public static class SampleDevices
{
    public static string KeyOf(DeviceKind kind) => $"test-{kind}";

    public static Device[] Of(SampleHall sample) => [.. Enum.GetValues<DeviceKind>().Select(kind => New(sample, kind, KeyOf(kind)))];

    public static Device New(SampleHall sample, DeviceKind kind, string key, int? window = null) => Device.Register(
        new DeviceId(Guid.CreateVersion7()), sample.Hall.Id, kind, $"{kind} {window}", DeviceKeys.HashOf(key), window, TestHall.Start).Value;
}
