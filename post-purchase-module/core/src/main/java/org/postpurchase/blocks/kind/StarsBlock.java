package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/**
 * What was bought with five stars each, which lead to the form for reviews; left out where nothing
 * is to be reviewed.
 */
public final class StarsBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(Arrays.asList(BlockField.optional("label", Type.LINE)));

  @Override
  public String key() {
    return "STARS";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    String label = block.value("label");
    String condition = "$reviews && $reviews.url";
    mail.when(condition);
    mail.html("#foreach($line in $reviews.lines)").row("padding:12px 32px 4px;");
    mail.html(
        "        <div style=\"margin:0 0 2px;font-weight:bold;\">${line.name}</div><div dir=\"ltr\""
            + " style=\"font-size:0;\">#foreach($star in $line.stars)<a href=\"${star.url}\""
            + " class=\"pp-link\" aria-label=\"${star.number} / 5\" title=\"${star.number} / 5\""
            + " style=\"display:inline-block;width:44px;font-size:30px;line-height:44px;"
            + MailWriter.FONT
            + "color:#1d6b52;text-decoration:none;\">&#9734;</a>#end</div>");
    mail.endRow().html("#end").row("padding:12px 32px 20px;");
    mail.text("#foreach($line in $reviews.lines)").text("- ${line.name}").text("#end");
    mail.button(label.isEmpty() ? mail.word("writeReview") : label, "{{reviews.url}}", false);
    mail.endRow().endWhen(condition);
  }
}
