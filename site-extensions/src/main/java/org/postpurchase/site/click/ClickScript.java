package org.postpurchase.site.click;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.HttpRequestHandler;

/** The script that reports; the same for everybody, so that caches may keep it for an hour. */
public final class ClickScript implements HttpRequestHandler {
  private static final String RESOURCE = "/postpurchase/site/click.js";

  private final byte[] script;

  /**
   * @throws IOException when the jar is damaged
   */
  public ClickScript() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (InputStream in = ClickScript.class.getResourceAsStream(RESOURCE)) {
      byte[] part = new byte[4096];
      for (int read = in.read(part); read > 0; read = in.read(part)) {
        all.write(part, 0, read);
      }
    }
    script = all.toByteArray();
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "public, max-age=3600");
    response.setContentType("application/javascript;charset=UTF-8");
    response.setContentLength(script.length);
    response.getOutputStream().write(script);
  }
}
