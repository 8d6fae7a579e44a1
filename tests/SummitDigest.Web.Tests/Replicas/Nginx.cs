using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SummitDigest.Web.Tests.Replicas;

/// <summary>A running nginx with a configuration of <c>src/operations.md</c>, where only places are other ones.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    /// <summary>What to do where there is none.</summary>
    public const string Advice = "There is no nginx. Install it (on Debian or Ubuntu, as root: apt-get install nginx-light).";

    // Where Debian's libnginx-mod-http-brotli-static puts it.
    private const string Brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

    private static readonly Lazy<Task<string?>> Program = new(() => InstalledProgram.FindOrInstallAsync("nginx", "nginx-light"));

    private readonly Process _process;

    private Nginx(Process process, int port, int plainPort) => (_process, Port, PlainPort) = (process, port, plainPort);

    /// <summary>Where it takes requests over TLS.</summary>
    public int Port { get; }

    /// <summary>Where it takes them without.</summary>
    public int PlainPort { get; }

    /// <summary>Whether it can send files that were compressed with Brotli beforehand.</summary>
    public static bool HasBrotli => File.Exists(Brotli);

    /// <summary>Whether there is one, or could be installed.</summary>
    public static async Task<bool> IsThereAsync() => await Program.Value is not null;

    /// <summary>Starts it in front of two replicas; every answer says in <c>X-Replica</c> who gave it, and who was asked before.</summary>
    /// <param name="folder">Where to put all its files.</param>
    /// <exception cref="InvalidOperationException">It does not start; the message is what it said.</exception>
    public static Task<Nginx> StartAsync(string folder, SelfSigned certificate, Uri first, Uri second) =>
        StartAsync(folder, certificate, Documented(1)
            .With("10.0.0.11:5000", first.Authority).With("10.0.0.12:5000", second.Authority));

    /// <summary>Starts it as a host of files.</summary>
    /// <param name="folder">Where to put all its own files.</param>
    /// <param name="files">What it sends.</param>
    /// <param name="redirects">The locations that were made of old addresses.</param>
    /// <exception cref="InvalidOperationException">It does not start; the message is what it said.</exception>
    public static Task<Nginx> StartAsync(string folder, SelfSigned certificate, string files, string redirects) =>
        StartAsync(folder, certificate, Documented(2)
            .With("/srv/digest/out", files).With("/etc/nginx/digest-redirects", redirects)
            .With("brotli_static on;", HasBrotli ? "brotli_static on;" : ""));

    private static async Task<Nginx> StartAsync(string folder, SelfSigned certificate, string documented)
    {
        // Between finding a free port and listening there, another may take it.
        for (var attempt = 1; ; attempt++)
        {
            var (port, plainPort) = (Ports.Free(), Ports.Free());
            var site = documented
                .With("listen 443 ", $"listen 127.0.0.1:{port} ").With("listen 80;", $"listen 127.0.0.1:{plainPort};")
                .With("/etc/nginx/digest.pem", certificate.Path).With("/etc/nginx/digest.key", certificate.KeyPath);
            await File.WriteAllTextAsync(Path.Combine(folder, "digest.conf"), site);
            await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), Around(folder));
            var nginx = new Nginx(Process.Start(new ProcessStartInfo((await Program.Value)!, ["-p", folder, "-e", "error.log", "-c", "nginx.conf"]) { UseShellExecute = false, RedirectStandardError = true })!, port, plainPort);
            if (await nginx.ListensAsync())
                return nginx;
            await nginx.DisposeAsync();
            if (attempt == 3)
                throw new InvalidOperationException(await File.ReadAllTextAsync(Path.Combine(folder, "error.log")));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // The first is for replicas, the second for files.
    private static string Documented(int number) => OperatorsPage.Blocks("nginx")[number - 1];

    // As much of Debian's own file as matters, without its places and its processes, of which only root can make use.
    private static string Around(string folder) => $$"""
        {{(HasBrotli ? $"load_module {Brotli};" : "")}}
        daemon off;
        master_process off;
        pid nginx.pid;
        events { }
        http {
            types {
                text/html html;
                text/css css;
                text/xml xml;
                text/plain txt;
                application/javascript js;
                application/json json;
                image/svg+xml svg;
                image/png png;
            }
            default_type application/octet-stream;
            gzip on;
            access_log off;
            client_body_temp_path {{folder}}/body;
            proxy_temp_path {{folder}}/proxy;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            add_header X-Replica $upstream_addr always;
            include digest.conf;
        }
        """;

    private async Task<bool> ListensAsync()
    {
        for (var i = 0; i < 500 && !_process.HasExited; i++)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, Port);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(20);
            }
        }
        return false;
    }
}
