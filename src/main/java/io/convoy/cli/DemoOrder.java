package io.convoy.cli;

import io.convoy.base.ByteSize;
import java.nio.file.Path;

/** What a demo shall do. */
record DemoOrder(boolean rollback, boolean keep, ByteSize data, Path inventory) {}
