package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** A still of a video that leads to it: mail programs play none. */
public final class VideoBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              BlockField.required("poster", Type.PICTURE),
              BlockField.required("label", Type.LINE),
              BlockField.required("url", Type.URL)));

  @Override
  public String key() {
    return "VIDEO";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    mail.row("padding:12px 32px 4px;");
    mail.html(
        "<a href=\""
            + MailWriter.address(block.value("url"))
            + "\"><img src=\""
            + MailWriter.address(block.value("poster"))
            + "\" alt=\""
            + MailWriter.line(block.value("label")).replaceAll("<[^>]*>", "")
            + "\" width=\"536\" style=\"display:block;width:100%;max-width:536px;height:auto;"
            + "border-radius:10px;\"></a>");
    mail.endRow().row("padding:8px 32px 20px;");
    mail.button("\u25b6 " + block.value("label"), block.value("url"), false).endRow();
  }
}
