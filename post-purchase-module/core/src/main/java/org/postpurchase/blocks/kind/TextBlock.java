package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** Paragraphs of text. */
public final class TextBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(Arrays.asList(BlockField.required("text", Type.TEXT)));

  @Override
  public String key() {
    return "TEXT";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    mail.row("padding:12px 32px 4px;");
    mail.html("        " + MailWriter.paragraphs(block.value("text")));
    mail.endRow().text(MailWriter.plainParagraphs(block.value("text")));
  }
}
