using System; using System.IO; using System.Linq; using System.Security.Cryptography;
using Microsoft.Build.Framework; using Microsoft.Build.Utilities;
/// <summary>Copies the embedded resource with the given SHA-256 out of a .NET assembly made for any system, without loading it.</summary>
public class ExtractResource : Task
{
    [Required] public string Assembly { get; set; }    [Required] public string Sha256 { get; set; }    [Required] public string Destination { get; set; }
    public override bool Execute()
    {
        var file = File.ReadAllBytes(Assembly); int Int(int at) => BitConverter.ToInt32(file, at); int Short(int at) => BitConverter.ToUInt16(file, at);
        var pe = Int(0x3C); var optional = pe + 24; var sections = optional + Short(pe + 20);
        int Offset(int rva) => Enumerable.Range(0, Short(pe + 6)).Select(i => sections + (40 * i))
            .Where(s => rva >= Int(s + 12) && rva < Int(s + 12) + Math.Max(Int(s + 8), Int(s + 16))).Select(s => rva - Int(s + 12) + Int(s + 20)).First();
        var cli = Offset(Int(optional + (Short(optional) == 0x20B ? 112 : 96) + (14 * 8)));
        var at = Offset(Int(cli + 24)); var end = at + Int(cli + 28);
        using (var sha = SHA256.Create())
        {
            for (int length; at + 4 < end; at += (4 + length + 7) & ~7) // a resource is its length and its bytes, and starts at a multiple of eight
            {
                length = Int(at);
                if (!BitConverter.ToString(sha.ComputeHash(file, at + 4, length)).Replace("-", "").Equals(Sha256, StringComparison.OrdinalIgnoreCase)) continue;
                Directory.CreateDirectory(Path.GetDirectoryName(Destination)); File.WriteAllBytes(Destination, file.Skip(at + 4).Take(length).ToArray());
                return true;
            }
        }
        Log.LogError("{0} holds no resource with the SHA-256 {1}.", Assembly, Sha256); return false;
    }
}
