import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const SERVER = "http://127.0.0.1:3000";

/** In development, do what the Express server does: each address family has its own html entry. */
function entryByAddress(): Plugin {
  return {
    name: "entry-by-address",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? "/").split("?")[0] ?? "/";
        if (path === "/m" || path.startsWith("/m/")) request.url = "/m.html";
        if (path === "/verify" || path === "/verify-mediator") request.url = "/verify.html";
        if (path === "/calculator") request.url = "/calculator.html";
        next();
      });
    },
  };
}

// Vite asks for a default export in its configuration file.
export default defineConfig({
  plugins: [react(), entryByAddress()],
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: {
      // Our own modules lie under client/api; and the server compares Origin with Host, so Host stays as it was.
      "^/api/(?!.*[.]ts)": { target: SERVER, changeOrigin: false },
      "/socket.io": { target: SERVER, ws: true, changeOrigin: false },
    },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // Nothing is inlined as a data: address, so the content policy can stay at 'self'.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: ["index.html", "m.html", "verify.html", "calculator.html"].map(
        (name) => `${import.meta.dirname}/${name}`,
      ),
    },
  },
});
