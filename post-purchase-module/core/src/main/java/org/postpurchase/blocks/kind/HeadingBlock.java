package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** A heading; the first one of a mail is its title. */
public final class HeadingBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              BlockField.required("text", Type.LINE), BlockField.choice("size", "LARGE", "SMALL")));

  @Override
  public String key() {
    return "HEADING";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    boolean small = "SMALL".equals(block.value("size"));
    String tag = small ? "h2" : "h1";
    mail.row("padding:" + (small ? "20px" : "32px") + " 32px 4px;");
    mail.html(
        "        <"
            + tag
            + " class=\"pp-text"
            + (small ? "" : " pp-h1")
            + "\" style=\"margin:0 0 8px;"
            + MailWriter.SERIF
            + (small ? "font-size:21px;" : "font-size:30px;")
            + "line-height:1.2;font-weight:bold;color:#22302b;\">"
            + MailWriter.line(block.value("text"))
            + "</"
            + tag
            + ">");
    mail.endRow().text(MailWriter.plainLine(block.value("text")));
  }
}
