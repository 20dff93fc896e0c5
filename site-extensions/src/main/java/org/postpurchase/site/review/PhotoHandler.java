package org.postpurchase.site.review;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.postpurchase.review.PhotoStore;
import org.postpurchase.shared.Transactions;
import org.springframework.web.HttpRequestHandler;

/**
 * Photos with published reviews. Kept by caches for ten minutes only, since an author may take a
 * photo away.
 */
final class PhotoHandler implements HttpRequestHandler {
  private final PhotoStore photos;
  private final Transactions transactions;

  public PhotoHandler(PhotoStore photos, Transactions transactions) {
    this.photos = photos;
    this.transactions = transactions;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ReviewPath.Picture picture = ReviewPath.picture(request);
    Optional<byte[]> bytes =
        picture == null
            ? Optional.empty()
            : transactions.call(() -> photos.published(picture.sha256, picture.small));
    if (!bytes.isPresent()) {
      response.setHeader("Cache-Control", "no-cache");
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    ReviewWriter.jpeg(bytes.get(), "public, max-age=600", response);
  }
}
