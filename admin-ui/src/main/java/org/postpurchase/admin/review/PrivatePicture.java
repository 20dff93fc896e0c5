package org.postpurchase.admin.review;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;

/** A customer's picture for staff alone: nothing keeps it and nothing in it runs. */
final class PrivatePicture {
  private PrivatePicture() {}

  /**
   * @param jpeg empty for a picture that is not there, which is answered by 404
   */
  static void send(Optional<byte[]> jpeg, HttpServletResponse response) throws IOException {
    if (!jpeg.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setContentType("image/jpeg");
    response.getOutputStream().write(jpeg.get());
  }
}
