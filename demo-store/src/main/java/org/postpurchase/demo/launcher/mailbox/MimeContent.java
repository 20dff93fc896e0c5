package org.postpurchase.demo.launcher.mailbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.mail.Header;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.Session;
import javax.mail.internet.ContentType;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.internet.MimeUtility;

/**
 * What a mail says: headers, HTML and plain text. Anything that cannot be decoded is shown as it
 * came.
 */
final class MimeContent {
  String from = "";
  String subject = "";
  String html = "";
  String text = "";
  String messageId = "";
  Map<String, String> headers = new LinkedHashMap<>();

  private MimeContent() {}

  static MimeContent of(byte[] raw) {
    try {
      MimeContent content = new MimeContent();
      content.read(
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
      return content;
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("The mail cannot be taken apart: " + e.getMessage(), e);
    }
  }

  private void read(MimeMessage message) throws MessagingException, IOException {
    for (Header header : headers(message)) {
      headers.merge(
          header.getName(), decoded(header.getValue()), (first, second) -> first + "\n" + second);
    }
    from = decoded(message.getHeader("From", ", "));
    subject = decoded(message.getHeader("Subject", " "));
    messageId = message.getMessageID() == null ? "" : message.getMessageID().trim();
    collect(message);
  }

  private static List<Header> headers(MimeMessage message) throws MessagingException {
    List<Header> headers = new ArrayList<>();
    for (Object header : Collections.list(message.getAllHeaders())) {
      headers.add((Header) header);
    }
    return headers;
  }

  /**
   * Reads the parts by their bytes. The library's own conversion would ask every mail library on
   * the class path for a handler and may be given one of another make.
   */
  private void collect(Part part) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*")) {
      Multipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i));
      }
    } else if (part.isMimeType("text/html") && html.isEmpty()) {
      html = text(part);
    } else if (part.isMimeType("text/plain") && text.isEmpty()) {
      text = text(part);
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = part.getInputStream()) {
      byte[] buffer = new byte[8192];
      int length = in.read(buffer);
      while (length >= 0) {
        bytes.write(buffer, 0, length);
        length = in.read(buffer);
      }
    }
    return new String(bytes.toByteArray(), charset(part));
  }

  private static Charset charset(Part part) throws MessagingException {
    String name = new ContentType(part.getContentType()).getParameter("charset");
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String decoded(String header) {
    if (header == null) {
      return "";
    }
    String unfolded = MimeUtility.unfold(header);
    try {
      return MimeUtility.decodeText(unfolded);
    } catch (UnsupportedEncodingException e) {
      return unfolded;
    }
  }
}
