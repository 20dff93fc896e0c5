package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** A picture across the mail, with words for whoever does not see it. */
public final class PictureBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              BlockField.required("url", Type.PICTURE),
              BlockField.required("alt", Type.LINE),
              BlockField.optional("link", Type.URL)));

  @Override
  public String key() {
    return "PICTURE";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    String link = block.value("link");
    String picture =
        "<img src=\""
            + MailWriter.address(block.value("url"))
            + "\" alt=\""
            + MailWriter.line(block.value("alt")).replaceAll("<[^>]*>", "")
            + "\" width=\"536\" style=\"display:block;width:100%;max-width:536px;height:auto;"
            + "border-radius:10px;\">";
    mail.row("padding:12px 32px;");
    mail.html(
        link.isEmpty()
            ? picture
            : "<a href=\"" + MailWriter.address(link) + "\">" + picture + "</a>");
    mail.endRow().text("[" + MailWriter.plainLine(block.value("alt")) + "]");
    if (!link.isEmpty()) {
      mail.text(MailWriter.plainAddress(link));
    }
  }
}
