package org.postpurchase.site.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.postpurchase.review.Photo;
import org.postpurchase.review.PhotoMaker;
import org.postpurchase.review.PhotoRefusedException;
import org.postpurchase.review.ReviewDraft;
import org.postpurchase.review.WriteReview;

/** What somebody has sent with the form. */
final class Submission {
  /** Longest request that is read at all. */
  static final long BODY_MAX = 64L * 1024 * 1024;

  private static final int FIELD_MAX = 256 * 1024;
  private static final int FILES_MAX = 30;
  private static final String[] FIELDS = {
    "do",
    "line",
    "stars",
    "body",
    "nickname",
    "review",
    "useGALLERY",
    "useMAIL",
    "email",
    "terms",
    "video"
  };
  private static final byte[] NOTHING = new byte[0];

  final Map<String, String> fields = new HashMap<>();
  final List<Photo> photos = new ArrayList<>();
  final Set<String> removed = new LinkedHashSet<>();

  /** Files that were refused, by their names, with what is wrong. */
  final Map<String, String> refused = new LinkedHashMap<>();

  private Submission() {}

  /**
   * Reads the body, once. Photos are made one after the other, so that one request keeps one upload
   * in memory.
   */
  static Submission read(HttpServletRequest request, PhotoMaker maker) throws IOException {
    Submission s = new Submission();
    String type = request.getContentType();
    boolean inParts = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    if (!inParts) { // its parameters can only be asked for while the stream has not been
      for (String name : FIELDS) {
        String value = request.getParameter(name);
        s.fields.put(name, value == null ? "" : value);
      }
      return s;
    }
    Optional<PartReader> parts = PartReader.of(type, request.getInputStream());
    if (!parts.isPresent()) {
      return s;
    }
    int files = 0;
    Optional<PartReader.Part> part = parts.get().next(FIELD_MAX, PhotoMaker.BYTES_MAX);
    while (part.isPresent()) {
      PartReader.Part each = part.get();
      if (each.fileName == null) {
        s.field(each);
      } else if (!each.fileName.isEmpty()) {
        files++;
        s.file(each, files, maker);
      }
      part = parts.get().next(FIELD_MAX, PhotoMaker.BYTES_MAX);
    }
    return s;
  }

  private void field(PartReader.Part part) {
    if (part.name.equals("remove")) {
      removed.add(part.text());
    } else {
      fields.put(part.name, part.content == null ? tooLong() : part.text());
    }
  }

  /** So long that the text is refused, and short enough to be thrown away. */
  private static String tooLong() {
    return new String(new char[WriteReview.TEXT_MAX + 1]).replace('\0', '…');
  }

  private void file(PartReader.Part part, int number, PhotoMaker maker) {
    String name = part.fileName.replaceAll(".*[/\\\\]", "");
    if (number > FILES_MAX || photos.size() > WriteReview.PHOTOS_MAX) {
      return; // refused as too many already
    }
    try {
      photos.add(maker.make(part.content == null ? NOTHING : part.content));
    } catch (PhotoRefusedException e) {
      PhotoRefusedException.Problem problem =
          part.content == null ? PhotoRefusedException.Problem.TOO_LONG : e.problem;
      refused.put(name, problem.name());
    }
  }

  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  long number(String name) {
    String text = text(name);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  ReviewDraft draft(Locale locale) {
    return new ReviewDraft(
            number("line"),
            (int) Math.min(9, number("stars")),
            text("body"),
            text("nickname"),
            locale)
        .video(text("video"))
        .photos(photos, removed);
  }
}
