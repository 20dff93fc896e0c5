package org.postpurchase.review;

import java.io.IOException;
import java.io.Writer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postpurchase.shared.Shop;
import org.postpurchase.shared.Transactions;

/**
 * The feed of product reviews that Google reads (schema 2.4). Always the full set, since Google
 * deletes what is missing: published reviews with words, whatever their stars. Read and written in
 * portions, so that a million reviews take no more memory than a thousand; no connection is held
 * while the reader is slow.
 */
public final class WriteFeed {
  private static final int PORTION = 500;

  private final ReviewViews views;
  private final PhotoStore photos;
  private final ReviewedProducts products;
  private final Shop shop;
  private final Transactions transactions;

  public WriteFeed(
      ReviewViews views,
      PhotoStore photos,
      ReviewedProducts products,
      Shop shop,
      Transactions transactions) {
    this.views = views;
    this.photos = photos;
    this.products = products;
    this.shop = shop;
    this.transactions = transactions;
  }

  /** One portion, read at once. */
  private static final class Portion {
    final List<ShownReview> reviews;
    final Map<Long, List<String>> photos;
    final Map<Long, ReviewedProducts.Product> products;

    Portion(
        List<ShownReview> reviews,
        Map<Long, List<String>> photos,
        Map<Long, ReviewedProducts.Product> products) {
      this.reviews = reviews;
      this.photos = photos;
      this.products = products;
    }
  }

  /**
   * Returns how many reviews were written.
   *
   * @param photoPath path of a photo on the shop's site, its hash in the place of {@code *}
   */
  public int write(Writer out, String photoPath) throws IOException {
    out.write(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed"
            + " xmlns:vc=\"http://www.w3.org/2007/XMLSchema-versioning\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:noNamespaceSchemaLocation=\"http://www.google.com/shopping/reviews/schema/product/2.4/product_reviews.xsd\">\n"
            + "<version>2.4</version>\n<publisher><name>"
            + text(shop.name)
            + "</name></publisher>\n<reviews>\n");
    int written = 0;
    Portion next = portion(0);
    while (!next.reviews.isEmpty()) {
      for (ShownReview each : next.reviews) {
        ReviewedProducts.Product product = next.products.get(each.review.place.productId);
        if (product != null && !product.url.isEmpty() && !each.body.trim().isEmpty()) {
          List<String> pictures =
              next.photos.getOrDefault(each.review.id, Collections.<String>emptyList());
          out.write(review(each, product, pictures, photoPath));
          written++;
        }
      }
      out.flush();
      next = portion(next.reviews.get(next.reviews.size() - 1).review.id);
    }
    out.write("</reviews>\n</feed>\n");
    out.flush();
    return written;
  }

  private Portion portion(long after) {
    return transactions.call(
        () -> {
          List<ShownReview> reviews = views.feed(after, PORTION);
          Set<Long> shown =
              reviews.stream().map(r -> r.review.place.productId).collect(Collectors.toSet());
          List<Long> pictured =
              reviews.stream()
                  .filter(r -> r.review.photos > 0)
                  .map(r -> r.review.id)
                  .collect(Collectors.toList());
          return new Portion(reviews, photos.of(pictured), products.of(shown));
        });
  }

  private String review(
      ShownReview each, ReviewedProducts.Product product, List<String> pictures, String photoPath) {
    Review review = each.review;
    StringBuilder xml = new StringBuilder("<review><review_id>").append(review.id);
    xml.append("</review_id><reviewer>");
    if (review.nickname.isEmpty()) {
      xml.append("<name is_anonymous=\"true\">Anonymous</name>");
    } else {
      element(xml, "name", review.nickname);
    }
    xml.append("</reviewer>");
    element(xml, "is_verified_purchase", String.valueOf(review.verified));
    element(xml, "is_incentivized_review", String.valueOf(review.incentivised));
    element(xml, "review_timestamp", review.writtenAt.toString());
    element(xml, "content", each.body);
    element(xml, "review_language", review.localeCode.replaceFirst("[-_].*", ""));
    xml.append("<review_url type=\"group\">").append(text(product.url + "#pp-reviews"));
    xml.append("</review_url>");
    if (!pictures.isEmpty()) {
      xml.append("<reviewer_images>");
      for (String sha256 : pictures) {
        xml.append("<reviewer_image>");
        element(xml, "url", shop.url + photoPath.replace("*", sha256));
        xml.append("</reviewer_image>");
      }
      xml.append("</reviewer_images>");
    }
    xml.append("<ratings><overall min=\"1\" max=\"5\">").append(review.stars);
    xml.append("</overall></ratings><products><product><product_ids>");
    group(xml, "mpns", "mpn", product.makersNumber);
    group(xml, "skus", "sku", product.sku);
    group(xml, "brands", "brand", product.brand);
    xml.append("</product_ids>");
    element(xml, "product_name", product.name);
    element(xml, "product_url", product.url);
    xml.append("</product></products><is_spam>false</is_spam>");
    return xml.append("<collection_method>post_fulfillment</collection_method></review>\n")
        .toString();
  }

  private static void group(StringBuilder xml, String group, String name, String value) {
    if (!value.isEmpty()) {
      xml.append('<').append(group).append('>');
      element(xml, name, value);
      xml.append("</").append(group).append('>');
    }
  }

  private static void element(StringBuilder xml, String name, String value) {
    xml.append('<').append(name).append('>').append(text(value));
    xml.append("</").append(name).append('>');
  }

  /** Escaped, without the characters that XML 1.0 cannot hold. */
  static String text(String value) {
    StringBuilder out = new StringBuilder();
    value
        .codePoints()
        .filter(
            c ->
                c == 9
                    || c == 10
                    || c == 13
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .forEach(
            c -> {
              if (c == '<') {
                out.append("&lt;");
              } else if (c == '>') {
                out.append("&gt;");
              } else if (c == '&') {
                out.append("&amp;");
              } else if (c == '"') {
                out.append("&quot;");
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
