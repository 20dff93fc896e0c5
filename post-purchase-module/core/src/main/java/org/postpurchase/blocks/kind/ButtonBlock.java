package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** A button; left out for readers whom its link leads nowhere. */
public final class ButtonBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              BlockField.required("label", Type.LINE),
              BlockField.required("url", Type.URL),
              BlockField.choice("style", "FILLED", "OUTLINED")));

  @Override
  public String key() {
    return "BUTTON";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    String condition = MailWriter.leads(block.value("url"));
    mail.when(condition).row("padding:8px 32px 20px;");
    mail.button(block.value("label"), block.value("url"), "OUTLINED".equals(block.value("style")));
    mail.endRow().endWhen(condition);
  }
}
