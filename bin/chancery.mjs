#!/usr/bin/env node
// What npm links as `chancery`: Windows has no sh to run bin/chancery with.
import "./chancery";
