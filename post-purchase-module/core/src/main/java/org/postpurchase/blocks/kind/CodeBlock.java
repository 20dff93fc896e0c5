package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** The reward code of the step before or of its own; left out where there is none. */
public final class CodeBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              BlockField.optional("text", Type.LINE), BlockField.optional("label", Type.LINE)));

  @Override
  public String key() {
    return "CODE";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    mail.when("$reward && $reward.code").row("padding:12px 32px 20px;");
    mail.html(
        "        <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
            + " border=\"0\"><tr><td class=\"pp-soft pp-text\" align=\"center\" style=\"padding:20px;"
            + "background-color:#f3f1ec;border-radius:12px;"
            + MailWriter.FONT
            + "color:#22302b;\">");
    if (!block.value("text").isEmpty()) {
      mail.html(
          "<div style=\"margin:0 0 8px;\">" + MailWriter.line(block.value("text")) + "</div>");
      mail.text(MailWriter.plainLine(block.value("text")));
    }
    mail.html(
        "<div style=\"font:bold 26px/1.3 Menlo,Consolas,monospace;letter-spacing:.06em;"
            + "word-break:break-all;\">${reward.code}</div>"
            + "<div class=\"pp-muted\" style=\"margin:8px 0 0;font-size:14px;color:#5b6963;\">"
            + "${reward.title}<br>"
            + mail.word("until")
            + " ${reward.expires}</div></td></tr></table>"
            + "<div style=\"font-size:0;line-height:14px;height:14px;\">&nbsp;</div>");
    mail.text("${reward.code}: ${reward.title} (" + mail.word("until") + " ${reward.expires})");
    String label = block.value("label");
    mail.button(label.isEmpty() ? mail.word("useCode") : label, "{{reward.url}}", false);
    mail.endRow().endWhen("$reward && $reward.code");
  }
}
