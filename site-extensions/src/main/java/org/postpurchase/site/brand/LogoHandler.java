package org.postpurchase.site.brand;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.brand.BrandStore;
import org.postpurchase.shared.Transactions;
import org.springframework.web.HttpRequestHandler;

/**
 * Uploaded logos. An address names the bytes by their hash, so that caches may keep them for good.
 */
final class LogoHandler implements HttpRequestHandler {
  private static final Pattern ADDRESS = Pattern.compile(".*/([0-9a-f]{64})\\.png");

  private final BrandStore store;
  private final Transactions transactions;

  public LogoHandler(BrandStore store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher address = ADDRESS.matcher(request.getRequestURI());
    Optional<byte[]> png =
        address.matches()
            ? transactions.call(() -> store.picture(address.group(1)))
            : Optional.empty();
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (!png.isPresent()) {
      response.setHeader("Cache-Control", "no-cache");
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "public, max-age=31536000");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setContentType("image/png");
    response.setContentLength(png.get().length);
    response.getOutputStream().write(png.get());
  }
}
