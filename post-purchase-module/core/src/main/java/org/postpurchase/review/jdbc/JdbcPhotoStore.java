package org.postpurchase.review.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postpurchase.review.Photo;
import org.postpurchase.review.PhotoStore;
import org.postpurchase.shared.jdbc.Inserts;
import org.postpurchase.shared.jdbc.Utc;
import org.springframework.jdbc.core.JdbcTemplate;

final class JdbcPhotoStore implements PhotoStore {
  private static final String OF =
      "select REVIEW_ID, SHA256 from PP_REVIEW_PHOTO where REMOVED_AT is null and REVIEW_ID in (";
  private static final String IN_ORDER = ") order by REVIEW_ID, PHOTO_ID";
  private static final String ADD =
      "insert into PP_REVIEW_PHOTO (REVIEW_ID, SHA256, ADDED_AT) values (?, ?, ?)";
  private static final String SHOW_AGAIN =
      "update PP_REVIEW_PHOTO set REMOVED_AT = null where REVIEW_ID = ? and SHA256 = ?";
  private static final String REMOVE =
      "update PP_REVIEW_PHOTO set REMOVED_AT = ? where REVIEW_ID = ? and SHA256 = ? and REMOVED_AT"
          + " is null";
  private static final String ADD_IMAGE =
      "insert into PP_REVIEW_IMAGE (SHA256, WIDTH, HEIGHT, LARGE, SMALL, STORED_AT) values (?, ?,"
          + " ?, ?, ?, ?)";
  private static final String HAS_IMAGE = "select count(*) from PP_REVIEW_IMAGE where SHA256 = ?";
  private static final String PUBLISHED =
      " BYTES from PP_REVIEW_IMAGE i where i.SHA256 = ? and (exists (select 1 from PP_REVIEW_PHOTO p"
          + " join PP_REVIEW r on r.REVIEW_ID = p.REVIEW_ID where p.SHA256 = i.SHA256 and"
          + " p.REMOVED_AT is null and r.STATE = 'PUBLISHED') or exists (select 1 from PP_STORY s"
          + " where s.SHA256 = i.SHA256 and s.REVIEW_ID = 0 and s.STATE = 'SHOWN'))";
  private static final String OF_REVIEW =
      " BYTES from PP_REVIEW_IMAGE i where i.SHA256 = ? and exists (select 1 from PP_REVIEW_PHOTO p"
          + " where p.SHA256 = i.SHA256 and p.REVIEW_ID = ?)";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcPhotoStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public List<String> of(long reviewId) {
    return of(Collections.singleton(reviewId))
        .getOrDefault(reviewId, Collections.<String>emptyList());
  }

  @Override
  public Map<Long, List<String>> of(Collection<Long> reviewIds) {
    Map<Long, List<String>> photos = new HashMap<>();
    if (!reviewIds.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(reviewIds.size(), "?"));
      jdbc.query(
          OF + marks + IN_ORDER,
          row -> {
            photos
                .computeIfAbsent(row.getLong("REVIEW_ID"), id -> new ArrayList<>())
                .add(row.getString("SHA256"));
          },
          reviewIds.toArray());
    }
    return photos;
  }

  @Override
  public void add(long reviewId, Photo photo, Instant now) {
    keep(photo, now);
    if (!inserts.ifAbsent(ADD, reviewId, photo.sha256, Utc.param(now))) {
      jdbc.update(SHOW_AGAIN, reviewId, photo.sha256);
    }
  }

  @Override
  public void keep(Photo photo, Instant now) {
    if (jdbc.queryForObject(HAS_IMAGE, Integer.class, photo.sha256) == 0) {
      inserts.ifAbsent(
          ADD_IMAGE,
          photo.sha256,
          photo.width,
          photo.height,
          photo.large(),
          photo.small(),
          Utc.param(now));
    }
  }

  @Override
  public void remove(long reviewId, String sha256, Instant now) {
    jdbc.update(REMOVE, Utc.param(now), reviewId, sha256);
  }

  @Override
  public Optional<byte[]> published(String sha256, boolean small) {
    return bytes(small, PUBLISHED, sha256);
  }

  @Override
  public Optional<byte[]> of(long reviewId, String sha256, boolean small) {
    return bytes(small, OF_REVIEW, sha256, reviewId);
  }

  @Override
  public Optional<byte[]> any(String sha256, boolean small) {
    return bytes(small, " BYTES from PP_REVIEW_IMAGE i where i.SHA256 = ?", sha256);
  }

  private Optional<byte[]> bytes(boolean small, String from, Object... args) {
    return jdbc
        .query(
            "select i." + (small ? "SMALL" : "LARGE") + from,
            (row, n) -> row.getBytes("BYTES"),
            args)
        .stream()
        .findFirst();
  }
}
