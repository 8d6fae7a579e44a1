using System.Diagnostics;
using System.Globalization;

namespace SummitDigest.Benchmarks;

/// <summary>nginx that sends the files of a folder as they were compressed beforehand, with one process for each processor.</summary>
internal sealed class Nginx : IDisposable
{
    // Where Debian's libnginx-mod-http-brotli-static puts it.
    private const string Brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

    private readonly Process _process;

    /// <summary>Starts it.</summary>
    /// <param name="files">What it sends.</param>
    /// <param name="folder">Where its own files go.</param>
    /// <param name="headers">What it sends along with each of them.</param>
    public Nginx(string files, string folder, IReadOnlyCollection<(string Name, string Value)> headers)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.Free()}/"));
        var configuration = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(configuration, $$"""
            load_module {{Brotli}};
            daemon off;
            user root;
            worker_processes auto;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log crit;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 1000000;
                open_file_cache max=1000;
                types { text/html html; }
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                server {
                    listen {{Address.Authority}};
                    root {{files}};
                    brotli_static on;
                    {{string.Join(' ', headers.Select(header => $"add_header {header.Name} \"{header.Value}\";"))}}
                }
            }
            """);
        _process = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-c", configuration]) { UseShellExecute = false })!;
        // It listens within a few milliseconds.
        Thread.Sleep(500);
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
