using System.Security.Cryptography;
using System.Text;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Backups;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Documents;

/// <summary>A kept file is there whole and as it was kept, or it is not given out; without the master key it is worth nothing.</summary>
public sealed class FileStoreTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("%PDF-1.7 受理通知书 欧阳震华");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keep_TheSameTwice_IsOneFileUnderItsHash()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        var files = hall.Get<FileStore>();

        var (first, second) = (await files.KeepAsync(Content, Cancel), await files.KeepAsync(Content, Cancel));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Content)), first);
        Assert.Equal(first, second);
        Assert.Equal(Content, (await files.ReadAsync(first, Cancel)).ShouldPass());
        var lying = Assert.Single(FilesOf(hall));
        Assert.Equal(Path.Combine("files", first[..2], first), Path.GetRelativePath(hall.Database.Folder, lying));
        Assert.Equal(-1, (await File.ReadAllBytesAsync(lying, Cancel)).AsSpan().IndexOf("受理通知书"u8));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(lying));
        }
    }

    [Fact]
    public async Task Read_WhatWasChangedCutOffExchangedOrRemoved_IsRefused()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        var files = hall.Get<FileStore>();
        var (hash, other) = (await files.KeepAsync(Content, Cancel), await files.KeepAsync("another"u8.ToArray(), Cancel));
        var lying = FilesOf(hall).Single(f => f.EndsWith(hash, StringComparison.Ordinal));
        var sound = await File.ReadAllBytesAsync(lying, Cancel);

        foreach (var at in new[] { 0, sound.Length / 2, sound.Length - 1 })
        {
            var changed = sound.ToArray();
            changed[at] ^= 1;
            await File.WriteAllBytesAsync(lying, changed, Cancel);
            (await files.ReadAsync(hash, Cancel)).ShouldBeRefused("file.damaged");
        }

        await File.WriteAllBytesAsync(lying, sound[..^5], Cancel);
        (await files.ReadAsync(hash, Cancel)).ShouldBeRefused("file.damaged");
        File.Copy(FilesOf(hall).Single(f => f.EndsWith(other, StringComparison.Ordinal)), lying, overwrite: true);
        (await files.ReadAsync(hash, Cancel)).ShouldBeRefused("file.damaged");
        File.Delete(lying);
        Assert.Equal([hash[..12]], (await files.ReadAsync(hash, Cancel)).ShouldBeRefused("file.missing").Arguments);
        (await files.ReadAsync(new string('0', 64), Cancel)).ShouldBeRefused("file.missing");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACopyOfDatabaseAndFiles_WithoutTheMasterKey_GivesNeitherModelNorFile(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        var signed = await scene.SignedAsync();
        var key = Path.Combine(scene.Hall.Database.Folder, "other.key");
        await File.WriteAllTextAsync(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), Cancel);

        await using var thief = scene.Another(new() { ["Privacy:MasterKeyFile"] = key });

        Assert.ThrowsAny<CryptographicException>(() => thief.Get<PersonalData>().Open(signed.Model));
        (await thief.Get<FileStore>().ReadAsync(signed.FileHash!, Cancel)).ShouldBeRefused("file.damaged");
        Assert.All(FilesOf(scene.Hall), f => Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf("%PDF"u8)));
    }

    [Fact]
    public async Task ABackup_TakesTheFilesWhereverTheyLieAndPutsThemBack()
    {
        using var elsewhere = new TemporaryFolder();
        await using var scene = await DocumentScene.CreateAsync(settings: new() { ["Files:Folder"] = elsewhere.Path });
        var signed = await scene.SignedAsync();
        await File.WriteAllTextAsync(Path.Combine(elsewhere.Path, FileStore.Unfinished, "half"), "what a crash left", Cancel);
        var archive = Path.Combine(scene.Hall.Database.Folder, "hall.zip");
        (await scene.Hall.Get<TakeBackup>().ExecuteAsync(new(archive), Actor.System("test"), Cancel)).ShouldPass();
        Directory.Delete(elsewhere.Path, recursive: true);
        (await scene.Hall.Get<DocumentQueries>().FileAsync(SampleStaff.Chief, signed.Id, Cancel)).ShouldBeRefused("file.missing");

        (await scene.Hall.Get<RestoreBackup>().ExecuteAsync(new(archive), Actor.System("test"), Cancel)).ShouldPass();

        (await scene.Hall.Get<DocumentQueries>().FileAsync(SampleStaff.Chief, signed.Id, Cancel)).ShouldPass();
        Assert.Single(Directory.GetFiles(elsewhere.Path, "*", SearchOption.AllDirectories));
    }

    private static string[] FilesOf(TestHall hall) => Directory.GetFiles(Path.Combine(hall.Database.Folder, "files"), "*", SearchOption.AllDirectories);
}
