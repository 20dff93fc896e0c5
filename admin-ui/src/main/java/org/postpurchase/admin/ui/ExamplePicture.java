package org.postpurchase.admin.ui;

import org.postpurchase.messaging.RenderedMessage;

/** The pictures of made-up orders lie on no server: previews show a drawing in their place. */
public final class ExamplePicture {
  private static final String PICTURE = "https://shop.example/picture.png";

  private static final String DRAWING =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 96'%3E%3Crect"
          + " width='96' height='96' fill='%23e9e2d4'/%3E%3Cpath d='M26 34h38v18a16 16 0 0 1-16"
          + " 16h-6a16 16 0 0 1-16-16z' fill='%231d6b52'/%3E%3Cpath d='M64 39h5a8 8 0 0 1 0 16h-6'"
          + " fill='none' stroke='%231d6b52' stroke-width='5'/%3E%3Cpath d='M36 27c0-4 4-4 4-8m9 8c0-4"
          + " 4-4 4-8' fill='none' stroke='%238a7b5c' stroke-width='3'/%3E%3C/svg%3E";

  private ExamplePicture() {}

  /** The same mail with drawings, for looking at in the admin; never for sending. */
  public static RenderedMessage drawnIn(RenderedMessage mail) {
    return new RenderedMessage(
        mail.subject, mail.html.replace(PICTURE, DRAWING), mail.text, mail.templateVersion);
  }
}
